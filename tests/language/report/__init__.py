"""How well Dutch is read: ``make language-report`` measures it on cases, beside other libraries, and writes it down."""
