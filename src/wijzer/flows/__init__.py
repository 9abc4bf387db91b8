"""The story: one short function a job (take in, compute, publish, …). A newcomer starts here."""
