namespace ApiSpec.Testing;

/// <summary>How a typed body becomes an answer: with a status, or with null for the one that the body belongs to.</summary>
internal sealed class FakeBody<T>(Func<int?, T, FakeAnswer> make)
{
    public FakeAnswer Answer(int? statusCode, T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return make(statusCode, body);
    }
}
