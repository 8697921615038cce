"""The one place where SQL stands: database, migrations, and a file of queries for each kind of record."""
