/**
 * What makes a synth quicker; imported first, by a program and never by a library.
 *
 * cdktf records for every token where it was made, which takes longer than the rest of a synth, and shows it to nobody here:
 * mistakes in the cluster file are reported with their place in the file.
 */
Error.captureStackTrace = () => undefined;
