using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <content>Functions in single precision, computed as doubles.</content>
public static partial class Lanes
{
    /// <summary>The logarithm of each lane, rounded to single precision.</summary>
    public static Vector512<float> Log(Vector512<float> x) => Vector512.Narrow(Log(Vector512.WidenLower(x)), Log(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Log(Vector512{float})"/>
    public static Vector256<float> Log(Vector256<float> x) => Vector256.Narrow(Log(Vector256.WidenLower(x)), Log(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Log(Vector512{float})"/>
    public static Vector128<float> Log(Vector128<float> x) => Vector128.Narrow(Log(Vector128.WidenLower(x)), Log(Vector128.WidenUpper(x)));

    /// <summary>The logarithm of 1 plus each lane, rounded to single precision.</summary>
    public static Vector512<float> Log1P(Vector512<float> x) => Vector512.Narrow(Log1P(Vector512.WidenLower(x)), Log1P(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Log1P(Vector512{float})"/>
    public static Vector256<float> Log1P(Vector256<float> x) => Vector256.Narrow(Log1P(Vector256.WidenLower(x)), Log1P(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Log1P(Vector512{float})"/>
    public static Vector128<float> Log1P(Vector128<float> x) => Vector128.Narrow(Log1P(Vector128.WidenLower(x)), Log1P(Vector128.WidenUpper(x)));

    /// <summary>The exponential of each lane, rounded to single precision.</summary>
    public static Vector512<float> Exp(Vector512<float> x) => Vector512.Narrow(Exp(Vector512.WidenLower(x)), Exp(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    public static Vector256<float> Exp(Vector256<float> x) => Vector256.Narrow(Exp(Vector256.WidenLower(x)), Exp(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    public static Vector128<float> Exp(Vector128<float> x) => Vector128.Narrow(Exp(Vector128.WidenLower(x)), Exp(Vector128.WidenUpper(x)));

    /// <summary>The exponential of each lane, minus 1, rounded to single precision.</summary>
    public static Vector512<float> Expm1(Vector512<float> x) => Vector512.Narrow(Expm1(Vector512.WidenLower(x)), Expm1(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    public static Vector256<float> Expm1(Vector256<float> x) => Vector256.Narrow(Expm1(Vector256.WidenLower(x)), Expm1(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    public static Vector128<float> Expm1(Vector128<float> x) => Vector128.Narrow(Expm1(Vector128.WidenLower(x)), Expm1(Vector128.WidenUpper(x)));

    /// <summary>The sine of each lane, rounded to single precision.</summary>
    public static Vector512<float> Sin(Vector512<float> x) => Vector512.Narrow(Sin(Vector512.WidenLower(x)), Sin(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    public static Vector256<float> Sin(Vector256<float> x) => Vector256.Narrow(Sin(Vector256.WidenLower(x)), Sin(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    public static Vector128<float> Sin(Vector128<float> x) => Vector128.Narrow(Sin(Vector128.WidenLower(x)), Sin(Vector128.WidenUpper(x)));

    /// <summary>The cosine of each lane, rounded to single precision.</summary>
    public static Vector512<float> Cos(Vector512<float> x) => Vector512.Narrow(Cos(Vector512.WidenLower(x)), Cos(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    public static Vector256<float> Cos(Vector256<float> x) => Vector256.Narrow(Cos(Vector256.WidenLower(x)), Cos(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    public static Vector128<float> Cos(Vector128<float> x) => Vector128.Narrow(Cos(Vector128.WidenLower(x)), Cos(Vector128.WidenUpper(x)));

    /// <summary>The hyperbolic tangent of each lane, rounded to single precision.</summary>
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512.Narrow(Tanh(Vector512.WidenLower(x)), Tanh(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector256<float> Tanh(Vector256<float> x) => Vector256.Narrow(Tanh(Vector256.WidenLower(x)), Tanh(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector128<float> Tanh(Vector128<float> x) => Vector128.Narrow(Tanh(Vector128.WidenLower(x)), Tanh(Vector128.WidenUpper(x)));
}
