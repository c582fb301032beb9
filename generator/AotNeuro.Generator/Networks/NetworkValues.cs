using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Networks;

/// <summary>Values of library networks that only the running program makes: distributions, solvers, matrices, functions of the library.</summary>
internal static class NetworkValues
{
    private const string Library = "global::AotNeuro.";

    /// <summary>Encoders of 1, as neurons have that represent what is not negative.</summary>
    public static ValueSpec PositiveEncoders { get; } = Created("Distribution", "Choice([1.0])");

    public static ValueSpec Uniform(double low, double high) => Created("Distribution", $"Uniform({Literal.Of(low)}, {Literal.Of(high)})");

    public static ValueSpec Exponential(double scale, double shift, double high) =>
        Created("Distribution", $"Exponential({Literal.Of(scale)}, {Literal.Of(shift)}, {Literal.Of(high)})");

    public static ValueSpec Solver(string name) => Created("Solver", $"{name}()");

    /// <summary>What a static method of a network's class gives.</summary>
    public static ValueSpec Call(string method, params string[] arguments) =>
        new(ValueKind.Created, default, $"{Library}{method}({string.Join(", ", arguments)})", "double[,]");

    /// <summary>A transform of the library's that is no matrix.</summary>
    public static ValueSpec Transform(string name, params string[] arguments) =>
        Created("Transform", $"{name}({string.Join(", ", arguments)})");

    /// <summary>A function of one number that is a static method of a network's class.</summary>
    public static FunctionSpec Function(string type, string method) =>
        new(method, true, method, FunctionForm.Scalar, false, 1, 1) { Owner = Library + type };

    private static ValueSpec Created(string type, string creation) =>
        new(ValueKind.Created, default, $"new {Library}{creation}", "AotNeuro." + type);
}
