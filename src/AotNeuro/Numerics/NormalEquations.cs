namespace AotNeuro.Numerics;

/// <summary>Products with <c>A'A + m sigma^2 I</c> without forming it.</summary>
internal readonly ref struct NormalEquations
{
    private readonly MatrixView _matrix;
    private readonly double[] _diagonal;
    private readonly double[] _image;

    /// <summary>Takes a matrix as it is.</summary>
    /// <param name="matrix">A, of m rows.</param>
    /// <param name="sigma">One number for all columns, or one for each.</param>
    public NormalEquations(MatrixView matrix, ReadOnlySpan<double> sigma)
    {
        _matrix = matrix;
        _image = new double[matrix.Rows];
        _diagonal = new double[matrix.Columns];
        for (int i = 0; i < _diagonal.Length; i++)
        {
            double noise = sigma.Length == 1 ? sigma[0] : sigma[i];
            _diagonal[i] = matrix.Rows * (noise * noise);
        }
    }

    /// <summary>The product with a vector.</summary>
    public void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        MatrixProducts.Multiply(_matrix, vector, _image);
        MatrixProducts.MultiplyTransposed(_matrix, _image, product);
        for (int i = 0; i < product.Length; i++)
        {
            product[i] += _diagonal[i] * vector[i];
        }
    }

    /// <summary>The products with vectors that lie one after the other.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="length">Length of each.</param>
    public double[] MultiplyAll(ReadOnlySpan<double> vectors, int length)
    {
        var products = new double[vectors.Length];
        for (int first = 0; first < vectors.Length; first += length)
        {
            Multiply(vectors.Slice(first, length), products.AsSpan(first, length));
        }

        return products;
    }
}
