using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;

namespace AotNeuro.Generator.Tests;

/// <summary>A source as the model that the parser reads from it, and operators as text, one a line.</summary>
internal static class ModelText
{
    /// <summary>The model of the class <c>Tested</c> with these members.</summary>
    public static ModelSpec Parse(string members) => ParseFile($"using AotNeuro; [NeuralModel] partial class Tested {{ {members} }}", "Tested");

    /// <summary>The model of one class of a file.</summary>
    public static ModelSpec ParseFile(string source, string type)
    {
        var compilation = TestCompilation.Create(source);
        return ModelParser.Parse(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None);
    }

    public static string Of(IEnumerable<Operator> operators) => string.Join('\n', operators.Select(Of));

    private static string Of(Operator op) => op switch
    {
        ResetOperator reset => $"{reset.Target.Name} = 0",
        CopyOperator copy => $"{copy.Target.Name} += {copy.Source.Name}",
        SumOperator sum => $"{sum.Target.Name} = {string.Join(" + ", sum.Sources.Select(source => source.Signal.Name))}",
        NodeOperator node => $"{node.Output?.Name ?? "nothing"} = {node.Node.Member.Name}({node.Input?.Name})",
        TransformOperator transform => $"{transform.Target.Name} = transform {transform.Source.Name}",
        FunctionOperator function => $"{function.Target.Name} = {function.Connection.Function!.Name}({function.Source.Name})",
        EncodeOperator encode => $"{encode.Current.Name} = encode {encode.Input.Name}",
        NeuronsOperator neurons => $"{neurons.Output.Name} = neurons {neurons.Current.Name}",
        DecodeOperator decode => $"{decode.Target.Name} = decode {decode.Output.Name}",
        SpikesOperator spikes => $"{spikes.Bits.Name} = bits {spikes.Output.Name}",
        FilterOperator filter => $"{filter.State.Name} <- filter {filter.Source.Name}",
        SampleOperator sample => $"{sample.Probe.Member.Name}: {(sample.Late ? "late " : "")}sample {sample.Source.Name}",
        PopulationOperator population => $"{string.Join(", ", population.Sets.Select(signal => signal.Name))} = population {population.Input.Name}",
        _ => throw new ArgumentException($"No text for {op}.", nameof(op)),
    };
}
