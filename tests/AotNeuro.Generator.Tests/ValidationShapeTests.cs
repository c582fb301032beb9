using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Tests;

/// <summary>Mistakes that Nengo finds while it runs, and that are no C#: types leave no way to write them.</summary>
public sealed class ValidationShapeTests
{
    public static TheoryData<string, string> Statements => new()
    {
        // Something must be given, and of its type.
        { "_ = new Gaussian(0.0);", "CS7036" },
        { "_ = new Gaussian(default, null);", "CS1503" },
        { "_ = new Gaussian(0.0, \"1\");", "CS1503" },
        { "_ = new Uniform(0.0, 1.0, integer: 1);", "CS1503" },
        { "_ = new LstsqL1(maxIterations: 1.5);", "CS1503" },
        { "_ = new ScatteredHypersphere(method: \"sct\");", "CS1503" },
        { "_ = new WhiteNoise { Seed = 4294967296 };", "CS0266" },
        { "_ = new WhiteNoise(1.0);", "CS1503" },
        { "_ = new FilteredNoise(\"fast\");", "CS1503" },
        { "_ = new LstsqL2(solver: new LstsqL2());", "CS1503" },
        { "_ = new LstsqDrop(solver1: 0.1);", "CS1503" },
        { "_ = new Lowpass(0.1).Combine(new Triangle(0.1));", "CS1503" },
        { "Action<double, double> f = (t, x) => { }; _ = PieceValue.From(f);", "CS1503" },
        { "Func<double, double> f = t => { };", "CS1643" },

        // Arrays have their numbers of dimensions, and their elements' type.
        { "_ = new ChannelShape(3);", "CS1503" },
        { "_ = new ChannelShape([1.5, 2.5]);", "CS0029" },
        { "_ = new NoSolver(new[] { 1.0 });", "CS1503" },
        { "_ = new NoSolver(new double[1, 1, 1]);", "CS1503" },
        { "_ = new PresentInput(new[] { \"a\" }, 0.1);", "CS1503" },
        { "_ = new Piecewise([(0.0, 1.0, 2.0)]);", "CS0029" },
        { "_ = new Piecewise([(\"a\", 1.0)]);", "CS0029" },
        { "_ = new Sparse(2, 2, [(0, 0, 0)], 1.0);", "CS0029" },
        { "_ = new Sparse(2, 2);", "CS1729" },
        { "_ = new Convolution(1, new ChannelShape([3, 1]), channelsLast: false);", "CS1739" },

        // What is made does not change.
        { "new Gaussian(0.0, 1.0).Std = 2.0;", "CS0200" },
        { "void Set(Ensemble ensemble) => ensemble.Neurons = null;", "CS1061" },
    };

    public static TheoryData<string, string> Attributes => new()
    {
        { "[Ensemble(3)] partial Ensemble E { get; }", "CS7036" },
        { "[Ensemble(3.5, 1)] partial Ensemble E { get; }", "CS1503" },
        { "[Ensemble(3, 1, Radius = null)] partial Ensemble E { get; }", "CS0037" },
        { "[Ensemble(3, 1, NormalizeEncoders = 1)] partial Ensemble E { get; }", "CS0029" },
        { "[Ensemble(3, 1, EvalPointCount = 1.5)] partial Ensemble E { get; }", "CS0266" },
        { "[Ensemble(3, 1, Seed = 4294967296)] partial Ensemble E { get; }", "CS0266" },
        { "[Node(1.0, Seed = 1)] partial Node N { get; }", "CS0246" },
        { "[Probe(3)] partial Probe P { get; }", "CS1503" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void CSharp_refuses_it(string statement, string error) =>
        AssertRefused($"using AotNeuro; class C {{ void M() {{ {statement} }} }}", error);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void CSharp_refuses_it_in_an_attribute(string member, string error) =>
        AssertRefused($"using AotNeuro; [NeuralModel] partial class C {{ {member} }}", error);

    private static void AssertRefused(string source, string error)
    {
        // A partial property without its other half is what the generator would add.
        IEnumerable<string> errors = TestCompilation.Create(source).GetDiagnostics()
            .Where(problem => problem.Severity == DiagnosticSeverity.Error && problem.Id != "CS9248").Select(problem => problem.Id);
        Assert.Contains(error, errors);
    }
}
