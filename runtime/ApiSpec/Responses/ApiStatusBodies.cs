using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>The types of success bodies by status. For generated code.</summary>
/// <typeparam name="TBody">What holds a body, whatever the status is.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiStatusBodies<TBody>
{
    private delegate BodyViolation? Reader(in ReceivedResponse received, out TBody? value);

    private readonly Dictionary<int, Reader> _readers = [];

    /// <summary>The media types of the bodies; null: JSON.</summary>
    internal string? Accept { get; private set; }

    /// <summary>Adds a status that has a body.</summary>
    /// <typeparam name="T">The body.</typeparam>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="json">The contract of the body.</param>
    /// <param name="hold">Makes what holds the body.</param>
    /// <returns>The same object.</returns>
    public ApiStatusBodies<TBody> With<T>(int status, ApiJson<T> json, Func<T, TBody> hold)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(hold);
        if (json.Format is { } format)
            Accept = Accept is null || Accept == format.Accept ? format.Accept : Transport.AcceptedTypes.Json + ", " + format.Accept;
        else if (Accept is not null)
            Accept = Transport.AcceptedTypes.Json + ", " + Accept;
        _readers.Add(status, (in ReceivedResponse received, out TBody? value) =>
        {
            var violation = received.TryReadJson(json, out var body);
            value = violation is null ? hold(body!) : default;
            return violation;
        });
        return this;
    }

    /// <summary>Adds a status that has no body.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="nothing">What holds no body.</param>
    /// <returns>The same object.</returns>
    public ApiStatusBodies<TBody> With(int status, TBody nothing)
    {
        _readers.Add(status, (in ReceivedResponse _, out TBody? value) =>
        {
            value = nothing;
            return null;
        });
        return this;
    }

    internal BodyViolation? TryRead(in ReceivedResponse received, out TBody? value)
    {
        if (_readers.TryGetValue(received.Meaning?.Value ?? received.StatusCode, out var reader))
            return reader(in received, out value);
        value = default;
        return new BodyViolation("the reference does not list the status, on which the body depends", null);
    }
}
