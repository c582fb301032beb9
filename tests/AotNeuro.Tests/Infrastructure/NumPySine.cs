namespace AotNeuro.Tests;

internal static class NumPySine
{
    public static double Sin(double x) => Math.Sin(x);

    public static double Cos(double x) => Math.Cos(x);
}
