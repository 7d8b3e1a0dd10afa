using System.Globalization;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing;

/// <summary>A request that a stub has answered.</summary>
public sealed class ReceivedRequest
{
    private IReadOnlyList<ReceivedPart>? _parts;

    internal ReceivedRequest(string method, string target, Uri origin, FieldCollection headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Origin = origin;
        Headers = headers;
        Body = body;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = QueryText.Parse(question < 0 ? "" : target[(question + 1)..]);
    }

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent, with everything that was encoded still so.</summary>
    public string Target { get; }

    /// <summary>The path as sent, with everything that was encoded still so.</summary>
    public string Path { get; }

    /// <summary>The query parameters, decoded. One without a value has an empty one.</summary>
    public FieldCollection Query { get; }

    /// <summary>The headers.</summary>
    public FieldCollection Headers { get; }

    /// <summary>The body, which can be empty.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The zone of dates and times without one; null: the zone of the specs, or UTC.</summary>
    internal TimeZoneInfo? TimeZone { get; set; }

    /// <summary>The JSON of a body in another format; null: the body is unchanged.</summary>
    internal ReadOnlyMemory<byte>? JsonBytes { get; set; }

    /// <summary>The body as UTF-8 text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The parts of a form body in their order. Empty if the body is not a complete form.</summary>
    public IReadOnlyList<ReceivedPart> Parts => _parts ??= FormBody.Read(this) ?? [];

    /// <summary>The operation of the request, or null if the specs do not describe it.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>The decoded values of the path's placeholders, by their names in the spec. Empty if no operation has the path.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; internal set; } = new Dictionary<string, string>();

    /// <summary>How the request contradicts the reference, in words; null: it does not. Such a request is refused, where requests are checked.</summary>
    public string? Violation { get; internal set; }

    /// <summary>The status code of the response; 0 for a request whose connection was dropped, or that is being answered.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>A value of the path as a number, a date or another type that can be read from text: <c>PathValue&lt;long&gt;("id")</c>.</summary>
    /// <param name="name">The name in the spec.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="ArgumentException">The path has no such value.</exception>
    /// <exception cref="FormatException">The value does not fit the type.</exception>
    /// <exception cref="OverflowException">The value is too large or too small for the type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public T PathValue<T>(string name)
        where T : IParsable<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        return PathValues.TryGetValue(name, out var value)
            ? T.Parse(value, CultureInfo.InvariantCulture)
            : throw new ArgumentException(
                $"{Method} {Path} has no path value '{name}'; it has "
                + $"{(PathValues.Count == 0 ? "none" : string.Join(", ", PathValues.Keys.Select(static key => $"'{key}'")))}.",
                nameof(name));
    }

    /// <summary>Reads the body as a generated type.</summary>
    /// <param name="json">The type's contract: <c>ActionObject.Json</c>.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="ApiJsonException">The body contradicts the contract.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public T ReadBody<T>(ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var localTime = ApiLocalTime.Begin(TimeZone);
        return json.Parse((JsonBytes ?? Body).Span);
    }

    /// <summary>The scheme, host and port that the client used for the stub.</summary>
    internal Uri Origin { get; }

    /// <summary>Method and target, the status code of the response, and the violation in the request.</summary>
    public override string ToString()
        => $"{Method} {Target} -> {(StatusCode == 0 ? "no answer" : StatusCode.ToString(CultureInfo.InvariantCulture))}"
            + (Violation is null ? "" : ": " + Violation);
}
