using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>How a typed body becomes an answer, and an answer a typed body.</summary>
/// <param name="make">Makes an answer with a status, or with null for the one that the body belongs to.</param>
/// <param name="read">Reads the body of an answer.</param>
internal sealed class FakeBody<T>(Func<int?, T, FakeResponse> make, Func<StubResponse, T> read)
{
    public FakeResponse Respond(int? statusCode, T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return make(statusCode, body);
    }

    public T Read(StubResponse reply) => read(reply);
}
