using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>How a typed body becomes a response, and a response a typed body.</summary>
/// <param name="make">Makes a response with a status, or with null for the one that the body belongs to.</param>
/// <param name="read">Reads the body of a response.</param>
internal sealed class FakeBody<T>(Func<int?, T, FakeResponse> make, Func<StubResponse, T> read)
{
    public FakeResponse Respond(int? statusCode, T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return make(statusCode, body);
    }

    public T Read(StubResponse reply) => read(reply);
}
