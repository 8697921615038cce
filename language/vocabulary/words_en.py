"""The English words that decide what a message is about: the lists of ``words_nl``."""

from language.vocabulary.tables import Words

WORDS = Words(
    function=frozenset(
        """the a an and of for with on at to i you he she they are is was were have has had not no but because that
        this it there very yesterday today tomorrow hours pupils students lesson lessons went did done given
        next last week yes thanks thank unfortunately our my your from as then well good great students will
        be been can't news yet sure date new delayed ill colleagues two three can teachers company school we
        finished ready by gave held""".split()  # noqa: SIM905
    )
    - frozenset(("we", "is", "was", "had", "of", "we", "een", "school", "week", "even", "been", "a", "last")),
    stop=frozenset(
        """the a an and or but so if then that this these those there is are was were be been being has have had do
        does did done it its i me my you your he she we our us they them their with of for by on in at to
        from out over about until after per via against between under without not no yes also still all very
        much many little more less good better best nice great fun super how what where who when why which
        can could must should may will would want go goes going went gone come came give gave given get got
        make made made ran run held took place today tomorrow yesterday week weeks month months year day
        days hour hours euro time times only just now later first second third last unfortunately together
        here end begin beginning half january february march april may june july august september october
        november december monday tuesday wednesday thursday friday saturday sunday enthusiastic
        off back away into any only everyone nobody nothing success
        successful something somebody nobody people other ready finished next too few some""".split()  # noqa: SIM905
    ),
    generic=frozenset(
        """lesson guest teacher pupil student colleague school company class group team partner visit meeting workshop
        training course session guidance instructor material machine software licence equipment costs
        subsidy budget schedule room space illness evaluation report plan programme education technology
        project activity start parent number region cooperation profile means item steering participant
        contribution""".split()  # noqa: SIM905
    ),
    everyday=frozenset(
        """module trial pilot assignment presentation child boy girl employee staff excursion tour evening afternoon
        morning open laptop computer tablet printer wood steel metal part tools bus transport invoice money
        call result outcome experience question offer list overview research flu holiday stop test exam
        practice theory internship work learn build start deliver new old big small""".split()  # noqa: SIM905
    ),
    telling=frozenset(
        """didn't didnt isn't isnt wasn't wasnt weren't aren't doesn't don't dont haven't hasn't hadn't
        couldn't wouldn't shouldn't won't can't we're they're we've they've we'll they'll i'm i've
        it's delayed postponed rescheduled cancelled behind finished wrapped withdraw withdraws
        withdrawing nobody everyone everybody went didn showed turned stopping stopped dropping
        pulling quitting mess scrapped shelved fell missed lesson lessons loved enjoyed alright
        amazing awful nothing not worked packed happened done reached milestone stuck waiting
        approval overdue bored boring disappointing disappointed almost started none signed needed
        liked passed pupils actually""".split()  # noqa: SIM905
    ),
    done=r"\w{3,}[^aeiou]ed",
    synonyms={"training": "professionalisering", "course": "professionalisering"},
)  # fmt: skip
