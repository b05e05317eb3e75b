/**
 * What makes a synth quicker; imported first.
 *
 * Source maps are for traces of errors, which a synth shows none of: mistakes in the cluster file are reported without.
 * cdktf records for every token where it was made, which takes longer than the rest of a synth.
 */
process.setSourceMapsEnabled(false);
Error.captureStackTrace = () => undefined;
