using ApiSpec.Generated;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>Converts a typed body to a response, and a response to a typed body.</summary>
/// <param name="make">Creates a response with a status; null: the status that the body belongs to.</param>
/// <param name="read">Reads the body of a response.</param>
/// <param name="timeZone">The zone of dates and times without one; null: the zone of the specs, or UTC.</param>
internal sealed class FakeBody<T>(Func<int?, T, FakeResponse> make, Func<StubResponse, T> read, TimeZoneInfo? timeZone)
{
    public FakeResponse Respond(int? statusCode, T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var localTime = ApiLocalTime.Begin(timeZone);
        return make(statusCode, body);
    }

    public T Read(StubResponse reply)
    {
        using var localTime = ApiLocalTime.Begin(timeZone);
        return read(reply);
    }
}
