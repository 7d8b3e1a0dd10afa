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
    private readonly HashSet<int> _free = [];
    private readonly List<string> _accepted = [];

    /// <summary>The media types of the bodies, in the order of the statuses; null: no status has a body.</summary>
    internal string? Accept => _accepted.Count == 0 ? null : string.Join(", ", _accepted);

    /// <summary>Whether the body of a status is a file or text, and so can be JSON of any form.</summary>
    internal bool MayBeAnything(int status) => _free.Contains(status);

    /// <summary>Adds a status whose body is JSON or XML.</summary>
    /// <typeparam name="T">The body.</typeparam>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="json">The contract of the body.</param>
    /// <param name="hold">Makes what holds the body.</param>
    /// <returns>The same object.</returns>
    public ApiStatusBodies<TBody> With<T>(int status, ApiJson<T> json, Func<T, TBody> hold)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(hold);
        AddAccepted(json.Format?.Accept ?? AcceptedTypes.Json);
        _readers.Add(status, (in ReceivedResponse received, out TBody? value) =>
        {
            var violation = received.TryReadJson(json, out var body);
            value = violation is null ? hold(body!) : default;
            return violation;
        });
        return this;
    }

    /// <summary>Adds a status whose body is text.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="accept">The media type of the text.</param>
    /// <param name="hold">Makes what holds the text.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hold"/> is null.</exception>
    /// <exception cref="ArgumentException">The media type is invalid, or the status has a body.</exception>
    public ApiStatusBodies<TBody> Text(int status, string accept, Func<string, TBody> hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        AddAnything(status, accept);
        _readers.Add(status, (in ReceivedResponse received, out TBody? value) =>
        {
            var violation = received.TryReadText(out var text);
            value = violation is null ? hold(text!) : default;
            return violation;
        });
        return this;
    }

    /// <summary>Adds a status whose body is a file, which is read into memory.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="accept">The media type of the file.</param>
    /// <param name="hold">Makes what holds the bytes.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hold"/> is null.</exception>
    /// <exception cref="ArgumentException">The media type is invalid, or the status has a body.</exception>
    public ApiStatusBodies<TBody> File(int status, string accept, Func<ApiRawBody, TBody> hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        AddAnything(status, accept);
        return AddRaw(status, hold);
    }

    /// <summary>Adds a status whose body the reference does not show.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="hold">Makes what holds the bytes.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hold"/> is null.</exception>
    /// <exception cref="ArgumentException">The status has a body.</exception>
    public ApiStatusBodies<TBody> Raw(int status, Func<ApiRawBody, TBody> hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        AddAccepted(AcceptedTypes.Any);
        return AddRaw(status, hold);
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

    private ApiStatusBodies<TBody> AddRaw(int status, Func<ApiRawBody, TBody> hold)
    {
        _readers.Add(status, (in ReceivedResponse received, out TBody? value) =>
        {
            value = hold(received.WholeBody);
            return null;
        });
        return this;
    }

    private void AddAnything(int status, string accept)
    {
        HeaderRules.CheckValue("Accept", accept, nameof(accept));
        _free.Add(status);
        AddAccepted(accept);
    }

    private void AddAccepted(string mediaType)
    {
        if (!_accepted.Contains(mediaType))
            _accepted.Add(mediaType);
    }
}
