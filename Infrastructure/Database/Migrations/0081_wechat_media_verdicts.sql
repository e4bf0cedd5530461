-- What WeChat's check said about a picture, by the trace_id that the submission was given. The first word stands.
-- No suggest means that WeChat came to no verdict; errcode says why (-1008: it could not download the picture).
CREATE TABLE wechat_media_verdicts (
    trace_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    suggest  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    label    INT         NULL,
    errcode  INT         NOT NULL,
    at       DATETIME(6) NOT NULL,
    PRIMARY KEY (trace_id),
    CONSTRAINT wechat_media_verdicts_suggest CHECK (suggest IN ('pass', 'review', 'risky')),
    CONSTRAINT wechat_media_verdicts_none_on_error CHECK (errcode = 0 OR suggest IS NULL)
);
