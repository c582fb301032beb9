using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Emission;

/// <summary>Writes the values that all neurons of a kernel share: constants into the code, computed ones from the ensemble's slots.</summary>
internal sealed class UniformPrinter
{
    private readonly NamedKernel _kernel;
    private readonly bool[] _uniform;
    private readonly ScalarPrinter _scalars;

    public UniformPrinter(NamedKernel kernel, double dt)
    {
        _kernel = kernel;
        _uniform = kernel.Kernel.Graph.FindUniform();
        _scalars = new(
            kernel.Kernel.Graph,
            Literal.Of(dt),
            name => Literal.Of(kernel.Kernel.Parameters.First(parameter => parameter.Name == name).Value),
            name => throw new InvalidOperationException($"{name} is not shared by all neurons."));
    }

    /// <summary>The scalar expression of a node, or null if the neurons do not share it.</summary>
    public string? Print(int index)
    {
        int slot = _kernel.Slots.ToList().IndexOf(index);
        return slot >= 0 ? $"Unsafe.Add(ref constants, {_kernel.Kernel.Slots + slot})" : _uniform[index] ? _scalars.Print(index) : null;
    }
}
