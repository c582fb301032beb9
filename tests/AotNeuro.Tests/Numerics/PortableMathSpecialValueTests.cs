using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

/// <summary>The special cases that the C standard names, bit for bit (-0 is not 0 here).</summary>
public sealed class PortableMathSpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["exp"] = PortableMath.Exp,
        ["expm1"] = PortableMath.Expm1,
        ["log"] = PortableMath.Log,
        ["log1p"] = PortableMath.Log1P,
        ["sin"] = PortableMath.Sin,
        ["cos"] = PortableMath.Cos,
        ["asin"] = PortableMath.Asin,
        ["acos"] = PortableMath.Acos,
        ["tanh"] = PortableMath.Tanh,
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [InlineData("exp", -0.0, 1.0)]
    [InlineData("exp", Infinity, Infinity)]
    [InlineData("exp", -Infinity, 0.0)]
    [InlineData("exp", 709.782712893384, 1.7976931348622732e308)]
    [InlineData("exp", 709.7827128933841, Infinity)]
    [InlineData("exp", -745.1332191019411, 5e-324)]
    [InlineData("exp", -745.1332191019412, 0.0)]
    [InlineData("exp", 1e300, Infinity)]
    [InlineData("expm1", -0.0, -0.0)]
    [InlineData("expm1", 5e-324, 5e-324)]
    [InlineData("expm1", Infinity, Infinity)]
    [InlineData("expm1", -Infinity, -1.0)]
    [InlineData("log", -0.0, -Infinity)]
    [InlineData("log", 1.0, 0.0)]
    [InlineData("log", Infinity, Infinity)]
    [InlineData("log", -1.0, double.NaN)]
    [InlineData("log", -Infinity, double.NaN)]
    [InlineData("log", 5e-324, -744.4400719213812)]
    [InlineData("log1p", -0.0, -0.0)]
    [InlineData("log1p", -1.0, -Infinity)]
    [InlineData("log1p", -1.5, double.NaN)]
    [InlineData("log1p", Infinity, Infinity)]
    [InlineData("sin", -0.0, -0.0)]
    [InlineData("sin", Infinity, double.NaN)]
    [InlineData("sin", 5e-324, 5e-324)]
    [InlineData("cos", -0.0, 1.0)]
    [InlineData("cos", -Infinity, double.NaN)]
    [InlineData("asin", -0.0, -0.0)]
    [InlineData("asin", 1.0, 1.5707963267948966)]
    [InlineData("asin", -1.0, -1.5707963267948966)]
    [InlineData("asin", 1.0000000000000002, double.NaN)]
    [InlineData("acos", 1.0, 0.0)]
    [InlineData("acos", -1.0, 3.141592653589793)]
    [InlineData("acos", 0.0, 1.5707963267948966)]
    [InlineData("acos", -1.0000000000000002, double.NaN)]
    [InlineData("tanh", -0.0, -0.0)]
    [InlineData("tanh", Infinity, 1.0)]
    [InlineData("tanh", -Infinity, -1.0)]
    public void One_argument(string name, double x, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Functions[name](x)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_stays_so(string name) => Assert.True(double.IsNaN(Functions[name](double.NaN)));

    [Theory]
    [InlineData(double.NaN, 0.0, 1.0)]
    [InlineData(1.0, double.NaN, 1.0)]
    [InlineData(2.0, double.NaN, double.NaN)]
    [InlineData(double.NaN, 1.0, double.NaN)]
    [InlineData(0.0, 5.0, 0.0)]
    [InlineData(-0.0, 3.0, -0.0)]
    [InlineData(-0.0, 2.0, 0.0)]
    [InlineData(-0.0, -3.0, -Infinity)]
    [InlineData(0.0, -2.0, Infinity)]
    [InlineData(-8.0, 3.0, -512.0)]
    [InlineData(-8.0, 2.0, 64.0)]
    [InlineData(-8.0, 0.5, double.NaN)]
    [InlineData(-1.0, Infinity, 1.0)]
    [InlineData(-1.0, 9007199254740993.0, 1.0)]
    [InlineData(0.5, Infinity, 0.0)]
    [InlineData(0.5, -Infinity, Infinity)]
    [InlineData(Infinity, -0.5, 0.0)]
    [InlineData(-Infinity, 3.0, -Infinity)]
    [InlineData(-Infinity, 0.5, Infinity)]
    [InlineData(2.0, -1074.0, 5e-324)]
    [InlineData(2.0, -1075.0, 0.0)]
    [InlineData(2.0, 1023.0, 8.98846567431158e307)]
    [InlineData(2.0, 1024.0, Infinity)]
    [InlineData(1.0000000000000002, 1e300, Infinity)]
    public void Powers(double x, double y, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(PortableMath.Pow(x, y)));
}
