using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Writes the values that all neurons of a kernel share: constants into the code, computed ones from the ensemble's slots.</summary>
internal sealed class UniformPrinter
{
    private readonly NamedKernel _kernel;
    private readonly bool[] _uniform;
    private readonly ScalarPrinter _scalars;
    private readonly double?[] _values;

    public UniformPrinter(NamedKernel kernel, double dt)
    {
        _kernel = kernel;
        _uniform = kernel.Kernel.Graph.FindUniform();
        _values = Evaluate(kernel.Kernel, dt);
        _scalars = new(
            kernel.Kernel.Graph,
            Literal.Of(dt),
            name => Literal.Of(kernel.Kernel.Parameters.First(parameter => parameter.Name == name).Value),
            name => throw new InvalidOperationException($"{name} is not shared by all neurons."));
    }

    /// <summary>The value of a node that is known when the code is written, or null.</summary>
    public double? Constant(int index) => _kernel.Slots.Contains(index) ? null : _values[index];

    /// <summary>The slot that holds the value of a node, or -1.</summary>
    public int SlotOf(int index) => _kernel.Slots.ToList().IndexOf(index);

    /// <summary>The scalar expression of a node, or null if the neurons do not share it.</summary>
    public string? Print(int index)
    {
        int slot = SlotOf(index);
        return slot >= 0 ? $"Unsafe.Add(ref constants, {_kernel.Kernel.Slots + slot})" : !_uniform[index] ? null
            : _kernel.Kernel.IsSingle ? _values[index] is { } rounded ? Literal.OfSingle(rounded) : $"(float)({_scalars.Print(index)})"
            : _values[index] is { } value ? Literal.Of(value)
            : _scalars.Print(index);
    }

    /// <summary>The values that are known when the code is written: the compiler's arithmetic and the processor's give the same bits.</summary>
    private static double?[] Evaluate(Kernel kernel, double dt)
    {
        IReadOnlyList<NeuronNode> nodes = kernel.Graph.Nodes;
        var values = new double?[nodes.Count];
        for (int i = 0; i < values.Length; i++)
        {
            NeuronNode node = nodes[i];
            double? a = node.A < 0 ? null : values[node.A];
            double? b = node.B < 0 ? null : values[node.B];
            double? value = node.Op switch
            {
                NeuronOp.Constant => node.Value,
                NeuronOp.Dt => dt,
                NeuronOp.Parameter => kernel.Parameters.First(parameter => parameter.Name == node.Name) is { IsTunable: false } known ? known.Value : null,
                NeuronOp.Negate => -a,
                NeuronOp.Add => a + b,
                NeuronOp.Subtract => a - b,
                NeuronOp.Multiply => a * b,
                NeuronOp.Divide => a / b,
                _ => null,
            };
            values[i] = value is { } number && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;
        }

        return values;
    }
}
