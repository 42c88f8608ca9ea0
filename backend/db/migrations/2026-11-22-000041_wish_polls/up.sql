-- Wish polls 心愿征集: what residents would have the points supermarket buy next.
DO $migration$
BEGIN
    CREATE TABLE wish_polls (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        -- how many candidates a ballot may name
        choices integer NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        -- when the desk closed it before its time
        closed_at timestamptz,
        CONSTRAINT wish_polls_pk PRIMARY KEY (community_id, id),
        CONSTRAINT wish_polls_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT wish_polls_title_check CHECK (length(title) BETWEEN 1 AND 60),
        CONSTRAINT wish_polls_choices_check CHECK (choices BETWEEN 1 AND 5),
        CONSTRAINT wish_polls_span_check CHECK (opens_at < closes_at AND closed_at < closes_at)
    );
    PERFORM place_tenant_table('wish_polls');

    CREATE TABLE wish_candidates (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        poll_id uuid NOT NULL,
        name text NOT NULL,
        age_group text NOT NULL,
        CONSTRAINT wish_candidates_pk PRIMARY KEY (community_id, id),
        CONSTRAINT wish_candidates_poll_key UNIQUE (community_id, poll_id, id),
        CONSTRAINT wish_candidates_name_key UNIQUE (community_id, poll_id, name),
        CONSTRAINT wish_candidates_poll_fk FOREIGN KEY (community_id, poll_id) REFERENCES wish_polls (community_id, id),
        CONSTRAINT wish_candidates_name_check CHECK (length(name) BETWEEN 1 AND 40),
        CONSTRAINT wish_candidates_age_group_check CHECK (age_group IN ('children', 'youth', 'seniors', 'all'))
    );
    PERFORM place_tenant_table('wish_candidates');

    -- One ballot a resident and poll: whoever votes again changes it.
    CREATE TABLE wish_ballots (
        community_id uuid NOT NULL,
        poll_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        -- the voter's at the time of the vote; none if the year of birth is not registered
        age_group text,
        suggestion text,
        -- who entered it, the voter or the desk
        cast_by uuid NOT NULL,
        cast_at timestamptz NOT NULL,
        CONSTRAINT wish_ballots_pk PRIMARY KEY (community_id, poll_id, resident_id),
        CONSTRAINT wish_ballots_poll_fk FOREIGN KEY (community_id, poll_id) REFERENCES wish_polls (community_id, id),
        CONSTRAINT wish_ballots_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT wish_ballots_cast_by_fk FOREIGN KEY (community_id, cast_by) REFERENCES users (community_id, id),
        CONSTRAINT wish_ballots_age_group_check CHECK (age_group IN ('children', 'youth', 'seniors')),
        CONSTRAINT wish_ballots_suggestion_check CHECK (length(suggestion) BETWEEN 1 AND 40)
    );
    PERFORM place_tenant_table('wish_ballots');

    CREATE TABLE wish_choices (
        community_id uuid NOT NULL,
        poll_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        CONSTRAINT wish_choices_pk PRIMARY KEY (community_id, poll_id, resident_id, candidate_id),
        CONSTRAINT wish_choices_ballot_fk FOREIGN KEY (community_id, poll_id, resident_id)
            REFERENCES wish_ballots (community_id, poll_id, resident_id),
        CONSTRAINT wish_choices_candidate_fk FOREIGN KEY (community_id, poll_id, candidate_id)
            REFERENCES wish_candidates (community_id, poll_id, id)
    );
    PERFORM place_tenant_table('wish_choices');
END
$migration$;
