namespace AotNeuro.Tests.Simulation;

/// <summary>Replacing what a node puts out.</summary>
public class NodeOutputTests
{
    [Fact]
    public void A_number_an_array_and_functions_stand_in_from_the_next_step_on()
    {
        var model = new Replaceable();
        model.Step();
        model.One.Output = 3.0;
        model.Step();
        model.One.Output = NodeOutput.From(t => 10 * t);
        model.Step();
        model.One.Output = null;
        model.Step();
        Assert.Equal([0.5, 3.0, 10 * (3 * 0.001), 0.5], model.Ones.Values.ToArray());
        Assert.Equal([1.0, 6.0, 20 * (3 * 0.001), 1.0], model.Behinds.Values.ToArray());

        model.Two.Output = new[] { 7.0, 8.0 };
        model.Step();
        model.Two.Output = NodeOutput.From((t, x, y) => (y[0], y[1]) = (x.Length, -1.0));
        model.Step();
        model.Two.Output = null;
        model.Step();
        Assert.Equal([7.0, 8.0, 0.0, -1.0, 7 * 0.001, -(7 * 0.001)], model.Twos.Values[8..].ToArray());
    }

    [Fact]
    public void A_function_sees_the_nodes_input()
    {
        var model = new Replaceable();
        model.Behind.Output = NodeOutput.From((t, x, y) => y[0] = -x[0]);
        model.Step();
        Assert.Equal(-0.5, model.Behinds.Last[0]);
    }

    [Fact]
    public void An_array_is_copied_and_a_reset_keeps_the_replacement()
    {
        double[] values = [1.0, 2.0];
        var model = new Replaceable();
        model.Two.Output = values;
        values[0] = 9.0;
        model.Step();
        model.Reset();
        model.Step();
        Assert.Equal([1.0, 2.0], model.Twos.Values.ToArray());
    }

    [Fact]
    public void The_size_must_be_the_nodes()
    {
        var model = new Replaceable();
        var error = Assert.Throws<ArgumentException>(() => model.Two.Output = 1.0);
        Assert.StartsWith("Two puts out 2 values, and the new output has 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Two.Output = NodeOutput.From(t => t));
        Assert.Throws<ArgumentException>(() => model.One.Output = new[] { 1.0, 2.0 });
        Assert.Null(model.Two.Output);
    }

    [Fact]
    public void Only_declared_properties_can_be_replaced()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Replaceable().FixedNode.Output = 1.0);
        Assert.Equal("Fixed is compiled in. Declare it as a partial property of type Node to replace its output.", error.Message);
    }

    [Fact]
    public void Values_must_be_finite()
    {
        var error = Assert.Throws<ArgumentException>(() => new Replaceable().Two.Output = new[] { 1.0, double.PositiveInfinity });
        Assert.StartsWith("A node's output must be finite, and value 1 is Infinity.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_that_returns_no_number_stops_the_model()
    {
        var model = new Replaceable();
        model.One.Output = NodeOutput.From(_ => double.NaN);
        var error = Assert.Throws<SimulationException>(model.Step);
        Assert.Equal("One", error.ObjectName);
        Assert.Equal("One: the node's function returned NaN at t = 0.001 s; it must return finite numbers.", error.Message);
    }
}
