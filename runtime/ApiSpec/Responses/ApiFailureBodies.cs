using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>The types of failure bodies for statuses with a separate body. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiFailureBodies
{
    private readonly Dictionary<int, Reader> _readers = [];

    internal delegate BodyViolation? Reader(in ReceivedResponse received, out object? body);

    /// <summary>Adds a status whose body is JSON.</summary>
    /// <typeparam name="T">The body.</typeparam>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <param name="json">The contract of the body.</param>
    /// <returns>The same object.</returns>
    public ApiFailureBodies Json<T>(int status, ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _readers.Add(status, (in ReceivedResponse received, out object? body) =>
        {
            var violation = received.HasPossibleBody ? received.TryReadJson(json, out var value) : Nothing(out value);
            body = value;
            return violation;
        });
        return this;
    }

    /// <summary>Adds a status whose body is text.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <returns>The same object.</returns>
    public ApiFailureBodies Text(int status)
    {
        _readers.Add(status, static (in ReceivedResponse received, out object? body) =>
        {
            var violation = received.TryReadText(out var text);
            body = text;
            return violation;
        });
        return this;
    }

    /// <summary>Adds a status whose body stays raw: the reference does not show it, or it is neither JSON nor text.</summary>
    /// <param name="status">The value of the status: the code, or the value of another row of the code.</param>
    /// <returns>The same object.</returns>
    public ApiFailureBodies Raw(int status)
    {
        _readers.Add(status, static (in ReceivedResponse received, out object? body) =>
        {
            body = received.RawBody;
            return null;
        });
        return this;
    }

    internal Reader? Find(int status) => _readers.TryGetValue(status, out var reader) ? reader : null;

    private static BodyViolation? Nothing<T>(out T? value)
    {
        value = default;
        return null;
    }
}
