namespace AotNeuro.Generator.Tests;

/// <summary>A baked file is refused where the model now says something else of what is built.</summary>
public sealed class BuildFingerprintTests
{
    [Theory]
    [InlineData("[Ensemble(neurons: 30, dimensions: 1), Izhikevich]", "[Ensemble(neurons: 30, dimensions: 1, Radius = 2), Izhikevich]", true)]
    [InlineData("[Ensemble(neurons: 30, dimensions: 1), Izhikevich]", "[Ensemble(neurons: 30, dimensions: 1, Seed = 2), Izhikevich]", true)]
    [InlineData("TauRecovery = 0.2", "TauRecovery = 0.3", true)]
    [InlineData("nameof(Stimulus), nameof(Ens)", "nameof(Stimulus), nameof(Ens), Transform = 2.0", true)]
    [InlineData("Synapse = 0.03", "Synapse = 0.04", true)]
    [InlineData("Squared", "Cubed", true)]
    [InlineData("[Node]", "/* a comment */ [Node]", false)]
    [InlineData("model.Run(seconds: 2.0);", "model.Run(seconds: 3.0);", false)]
    [InlineData("Math.Sin", "Math.Cos", false)]
    public void Change_of_what_is_built_is_seen(string before, string after, bool isSeen)
    {
        string changed = Sources.SineSquared.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Sources.SineSquared, changed);
        Assert.Equal(isSeen, Of(Sources.SineSquared) != Of(changed));
    }

    private static string Of(string source)
    {
        const string Mark = "BuildFingerprint = ";
        string text = GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, source).Sources.Single().Text;
        int start = text.IndexOf(Mark, StringComparison.Ordinal);
        return text.Substring(start, text.IndexOf(',', start) - start);
    }
}
