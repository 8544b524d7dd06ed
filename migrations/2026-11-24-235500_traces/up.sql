-- The trace in which a message was written, so that sending it is part of it.
ALTER TABLE mail ADD COLUMN trace text CHECK (length(trace) < 100);
