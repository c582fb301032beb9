using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// A mapping of the unit cube of d - 1 dimensions to the unit sphere in d dimensions that keeps areas in proportion.
/// </summary>
internal abstract class SphereMapping
{
    /// <summary>Makes a mapping to the sphere in <paramref name="dimensions"/> dimensions, 2 or more.</summary>
    public static SphereMapping Create(ScatterMethod method, int dimensions) => method switch
    {
        ScatterMethod.Sct => SphericalCoordinates.Exact(dimensions),
        ScatterMethod.SctApprox => SphericalCoordinates.Interpolated(dimensions),
        _ => new FangWang(dimensions),
    };

    /// <summary>Maps a point.</summary>
    /// <param name="cube">The point in the cube.</param>
    /// <param name="sphere">Receives the point on the sphere.</param>
    public abstract void Map(ReadOnlySpan<double> cube, Span<double> sphere);

    /// <summary>Spherical coordinates whose angles are read from the inverse of their distribution.</summary>
    private sealed class SphericalCoordinates(Func<double, double>[] inverses) : SphereMapping
    {
        public static SphericalCoordinates Exact(int dimensions) =>
            new(Inverses(dimensions, angle => new RegularizedBeta(angle, 1).Inverse));

        public static SphericalCoordinates Interpolated(int dimensions) =>
            new(Inverses(dimensions, angle => InverseBetaTable.For(angle).At));

        public override void Map(ReadOnlySpan<double> cube, Span<double> sphere)
        {
            double product = 1.0;
            for (int j = 0; j < cube.Length; j++)
            {
                // The distribution is even around a right angle.
                double y = cube[j];
                double square = inverses[j](2.0 * (y < 0.5 ? y : 1.0 - y));
                double turn = PortableMath.Asin(Math.Sqrt(square)) / Math.PI;
                double angle = Math.PI * (y < 0.5 ? turn : 1.0 - turn);
                if (j == cube.Length - 1)
                {
                    angle *= 2.0;
                }

                sphere[j] = product * PortableMath.Cos(angle);
                product *= PortableMath.Sin(angle);
            }

            sphere[^1] = product;
        }

        private static Func<double, double>[] Inverses(int dimensions, Func<int, Func<double, double>> inverseOf)
        {
            var inverses = new Func<double, double>[dimensions - 1];
            for (int i = 0; i < inverses.Length; i++)
            {
                inverses[i] = inverseOf(dimensions - 1 - i);
            }

            return inverses;
        }
    }

    /// <summary>
    /// Fang and Wang's: coordinates in pairs (an odd number starts with three), whose shares of the squared length nest.
    /// </summary>
    private sealed class FangWang(int dimensions) : SphereMapping
    {
        private readonly int _pairs = dimensions / 2;
        private readonly bool _isOdd = dimensions % 2 != 0;

        public override void Map(ReadOnlySpan<double> cube, Span<double> sphere)
        {
            // The first pairs - 1 numbers share out the squared length, from the last group to the first.
            double outer = 1.0;
            for (int group = _pairs - 1; group > 0; group--)
            {
                double exponent = _isOdd ? 2.0 / ((2 * group) + 1) : 1.0 / group;
                double inner = outer * PortableMath.Pow(cube[group - 1], exponent);
                PlaceOnCircle(Math.Sqrt(outer - inner), AngleOf(cube, group), sphere[(sphere.Length - (2 * (_pairs - group)))..]);
                outer = inner;
            }

            double length = Math.Sqrt(outer);
            if (_isOdd)
            {
                double height = cube[_pairs - 1];
                sphere[0] = length * (1.0 - (2.0 * height));
                length *= 2.0 * Math.Sqrt(height * (1.0 - height));
            }

            PlaceOnCircle(length, AngleOf(cube, 0), sphere[(_isOdd ? 1 : 0)..]);
        }

        private double AngleOf(ReadOnlySpan<double> cube, int group) => 2.0 * Math.PI * cube[_pairs - (_isOdd ? 0 : 1) + group];

        private static void PlaceOnCircle(double length, double angle, Span<double> place)
        {
            place[0] = length * PortableMath.Cos(angle);
            place[1] = length * PortableMath.Sin(angle);
        }
    }
}
