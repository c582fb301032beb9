namespace AotNeuro;

/// <summary>Takes a probe's samples as they are made, so that long runs need no memory for them.</summary>
public interface IProbeSink
{
    /// <summary>
    /// Called between steps, at the latest after 1,024 samples and at the end of each run. The probe holds the new samples only, until the call returns.
    /// </summary>
    /// <param name="probe">The probe with the new samples.</param>
    void Write(Probe probe);
}
