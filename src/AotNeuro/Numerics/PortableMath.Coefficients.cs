namespace AotNeuro.Numerics;

/// <content>Polynomial coefficients, near-minimax unless they are those of the series itself, and the bits of 2/pi.</content>
public static partial class PortableMath
{
    /// <summary>(sin x - x + x^3/6) / x^5 in x^2, to pi/4.</summary>
    private static ReadOnlySpan<double> SinSeries =>
    [
        0.008333333333333331, -0.00019841269841265017, 2.755731921930192e-06,
        -2.5052106219521895e-08, 1.6058529572267877e-10, -7.586576588171073e-13,
    ];

    /// <summary>(cos x - 1 + x^2/2) / x^4 in x^2, to pi/4.</summary>
    private static ReadOnlySpan<double> CosSeries =>
    [
        0.041666666666666664, -0.0013888888888888887, 2.4801587301584618e-05, -2.7557319221382114e-07,
        2.087675578389404e-09, -1.1470459749675607e-11, 4.745804889760674e-14,
    ];

    /// <summary>(asin x - x - x^3/6) / x^5 in x^2, to 1/2.</summary>
    private static ReadOnlySpan<double> AsinSeries =>
    [
        0.07499999999999991, 0.0446428571428834, 0.030381944441363808,
        0.02237215927967998, 0.017352757477819787, 0.013965009932053607, 0.011549086612987425,
        0.009792751320201996, 0.008135829925501657, 0.00879500607648843, 0.000380853033290726,
        0.022553563638202982, -0.024020544918554605, 0.030718768995191097,
    ];

    /// <summary>(tanh x - x) / x^3 in x^2, to 1/4.</summary>
    private static ReadOnlySpan<double> TanhSeries =>
    [
        -0.3333333333333333, 0.1333333333333333, -0.05396825396824333, 0.021869488534404923,
        -0.008863235385524647, 0.0035921213373955427, -0.001455651367917246, 0.0005871001029383461,
        -0.00021359571665654513,
    ];

    /// <summary>(e^x - 1 - x - x^2/2) / x^3, from -1/4 to 1/4.</summary>
    private static ReadOnlySpan<double> Expm1Series =>
    [
        0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.0013888888888888512,
        0.0001984126984126959, 2.480158730495888e-05, 2.755731922623339e-06, 2.7557306894472945e-07,
        2.5052100166418668e-08, 2.0896481319343667e-09, 1.607219264540388e-10,
    ];

    /// <summary>(log(1 + r) - r + r^2/2) / r^3, the series.</summary>
    private static ReadOnlySpan<double> LogSeries =>
    [
        0.3333333333333333, -0.25, 0.2, -0.16666666666666666,
        0.14285714285714285, -0.125, 0.1111111111111111, -0.1,
        0.09090909090909091,
    ];

    /// <summary>A word of zeros and the first 1280 bits of 2/pi.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x0000000000000000, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041,
        0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E,
        0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B,
        0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
        0xF0CFBC209AF4361D,
    ];
}
