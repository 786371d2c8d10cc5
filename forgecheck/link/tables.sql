-- One row for each paper: a picture, or a page of a PDF that was examined page by page (page 0 is a whole file).
CREATE TABLE IF NOT EXISTS paper (
    id BIGINT PRIMARY KEY,
    sha256 CHAR(64) NOT NULL,
    page INTEGER NOT NULL,
    day CHAR(10) NOT NULL,            -- when it came into the store
    kind VARCHAR(40) NOT NULL,
    label VARCHAR(20) NOT NULL,       -- the verdict of its report
    issuer BIGINT NOT NULL,           -- keyed hash; 0 where none was read
    wording {blob},                   -- sketch of the masked text
    grams INTEGER NOT NULL,
    style {blob},                     -- layout
    particulars {blob} NOT NULL,      -- keyed hashes
    wording_keys {blob} NOT NULL,
    seal_keys {blob} NOT NULL,
    own INTEGER NOT NULL,             -- 1 for the team's own papers, which are no news
    linked INTEGER NOT NULL,          -- 1 once it was compared
    cluster BIGINT,                   -- lowest id of those it is linked with; NULL while alone
    same BIGINT,                      -- lowest id of the pictures of the very same paper
    template BIGINT,                  -- lowest id of those of the same template
    UNIQUE (sha256, page)
);
CREATE INDEX IF NOT EXISTS paper_cluster ON paper (cluster);
CREATE INDEX IF NOT EXISTS paper_template ON paper (template);
-- Seals with a fingerprint.
CREATE TABLE IF NOT EXISTS seal (
    paper BIGINT NOT NULL,
    number INTEGER NOT NULL,          -- its place in the report
    mark {blob} NOT NULL,
    printed INTEGER NOT NULL,
    family BIGINT,                    -- lowest id of the papers with this picture of a seal
    PRIMARY KEY (paper, number)
);
CREATE INDEX IF NOT EXISTS seal_family ON seal (family);
-- Identifiers, as keyed hashes.
CREATE TABLE IF NOT EXISTS anchor (
    paper BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    hash BIGINT NOT NULL,
    PRIMARY KEY (paper, kind, hash)
);
-- How many papers name an identifier.
CREATE TABLE IF NOT EXISTS named (
    hash BIGINT PRIMARY KEY,
    papers INTEGER NOT NULL
);
-- Under which key the first papers with it are found; never more of a key than are needed to find the others.
CREATE TABLE IF NOT EXISTS found (
    hash BIGINT NOT NULL,
    paper BIGINT NOT NULL,
    PRIMARY KEY (hash, paper)
){rowless};
-- What two papers have in common.
CREATE TABLE IF NOT EXISTS edge (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    score REAL NOT NULL,              -- bans, all together;
    template REAL NOT NULL,           -- of wording and layout;
    seal REAL NOT NULL,               -- of a seal,
    seal_as VARCHAR(12) NOT NULL,     -- alike as this,
    seal_one INTEGER,                 -- which one of the one,
    seal_other INTEGER,               -- and of the other;
    anchors VARCHAR(400) NOT NULL,    -- of identifiers: JSON, by kind
    same_paper INTEGER NOT NULL,      -- 1 where both are pictures of one paper
    signals INTEGER NOT NULL,         -- how many count; 0 for the same words, no link
    PRIMARY KEY (one, other)
);
CREATE INDEX IF NOT EXISTS edge_other ON edge (other);
CREATE TABLE IF NOT EXISTS about (
    name VARCHAR(20) PRIMARY KEY,
    value VARCHAR(80) NOT NULL
)
