using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro.CompilerServices;

/// <content>Functions, lane by lane.</content>
public static partial class Lanes
{
    /// <summary>The logarithm of each lane, the same bits on every machine.</summary>
    public static Vector512<double> Log(Vector512<double> x) => Vector512.Create(Log(x.GetLower()), Log(x.GetUpper()));

    /// <inheritdoc cref="Log(Vector512{double})"/>
    public static Vector256<double> Log(Vector256<double> x) => Vector256.Create(Log(x.GetLower()), Log(x.GetUpper()));

    /// <inheritdoc cref="Log(Vector512{double})"/>
    public static Vector128<double> Log(Vector128<double> x) => Vector128.Create(PortableMath.Log(x[0]), PortableMath.Log(x[1]));

    /// <summary>The logarithm of 1 plus each lane, the same bits on every machine.</summary>
    public static Vector512<double> Log1P(Vector512<double> x) => Vector512.Create(Log1P(x.GetLower()), Log1P(x.GetUpper()));

    /// <inheritdoc cref="Log1P(Vector512{double})"/>
    public static Vector256<double> Log1P(Vector256<double> x) => Vector256.Create(Log1P(x.GetLower()), Log1P(x.GetUpper()));

    /// <inheritdoc cref="Log1P(Vector512{double})"/>
    public static Vector128<double> Log1P(Vector128<double> x) => Vector128.Create(PortableMath.Log1P(x[0]), PortableMath.Log1P(x[1]));

    /// <summary>The exponential of each lane, the same bits on every machine.</summary>
    public static Vector512<double> Exp(Vector512<double> x) => Vector512.Create(Exp(x.GetLower()), Exp(x.GetUpper()));

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    public static Vector256<double> Exp(Vector256<double> x) => Vector256.Create(Exp(x.GetLower()), Exp(x.GetUpper()));

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    public static Vector128<double> Exp(Vector128<double> x) => Vector128.Create(PortableMath.Exp(x[0]), PortableMath.Exp(x[1]));

    /// <summary>The exponential of each lane, minus 1, the same bits on every machine.</summary>
    public static Vector512<double> Expm1(Vector512<double> x) => Vector512.Create(Expm1(x.GetLower()), Expm1(x.GetUpper()));

    /// <inheritdoc cref="Expm1(Vector512{double})"/>
    public static Vector256<double> Expm1(Vector256<double> x) => Vector256.Create(Expm1(x.GetLower()), Expm1(x.GetUpper()));

    /// <inheritdoc cref="Expm1(Vector512{double})"/>
    public static Vector128<double> Expm1(Vector128<double> x) => Vector128.Create(PortableMath.Expm1(x[0]), PortableMath.Expm1(x[1]));

    /// <summary>The sine of each lane, the same bits on every machine.</summary>
    public static Vector512<double> Sin(Vector512<double> x) => Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <inheritdoc cref="Sin(Vector512{double})"/>
    public static Vector256<double> Sin(Vector256<double> x) => Vector256.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <inheritdoc cref="Sin(Vector512{double})"/>
    public static Vector128<double> Sin(Vector128<double> x) => Vector128.Create(PortableMath.Sin(x[0]), PortableMath.Sin(x[1]));

    /// <summary>The cosine of each lane, the same bits on every machine.</summary>
    public static Vector512<double> Cos(Vector512<double> x) => Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <inheritdoc cref="Cos(Vector512{double})"/>
    public static Vector256<double> Cos(Vector256<double> x) => Vector256.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <inheritdoc cref="Cos(Vector512{double})"/>
    public static Vector128<double> Cos(Vector128<double> x) => Vector128.Create(PortableMath.Cos(x[0]), PortableMath.Cos(x[1]));

    /// <summary>The hyperbolic tangent of each lane, the same bits on every machine.</summary>
    public static Vector512<double> Tanh(Vector512<double> x) => Vector512.Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    public static Vector256<double> Tanh(Vector256<double> x) => Vector256.Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    public static Vector128<double> Tanh(Vector128<double> x) => Vector128.Create(PortableMath.Tanh(x[0]), PortableMath.Tanh(x[1]));
}
