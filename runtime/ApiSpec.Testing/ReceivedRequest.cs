using System.Globalization;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>A request that a stub or a fake has received.</summary>
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

    /// <summary>Path and query as sent, without decoding.</summary>
    public string Target { get; }

    /// <summary>The path as sent, without decoding.</summary>
    public string Path { get; }

    /// <summary>The query parameters, decoded. The value of a parameter without a value is empty.</summary>
    public FieldCollection Query { get; }

    /// <summary>The headers.</summary>
    public FieldCollection Headers { get; }

    /// <summary>The body, which can be empty.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The operation of the request with its rows, or null.</summary>
    internal StubOperation? Operation { get; set; }

    /// <summary>Where the response comes from; null: a test.</summary>
    internal ResponseSource? Source { get; set; }

    /// <summary>The zone of dates and times without one; null: the zone of the specs, or UTC.</summary>
    internal TimeZoneInfo? TimeZone { get; set; }

    /// <summary>The number of the first page of the list, unless the reference says it.</summary>
    internal int FirstPage { get; set; } = 1;

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

    /// <summary>
    /// How the request contradicts the reference, as a sentence. Null: it agrees with the reference. If requests are checked, such a request is refused.
    /// </summary>
    public string? Violation { get; internal set; }

    /// <summary>The status code of the response; 0 if the connection was dropped, or if there is no response yet.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>
    /// Reads a value of the path as the type that the client sends: a string, a number, a boolean, a date or time in the form that the reference prints, a
    /// generated enum, or a list of them: <c>PathValue&lt;long&gt;("id")</c>. Other types that can be read from text (<see cref="IParsable{TSelf}"/>) are
    /// read in the invariant culture.
    /// </summary>
    /// <param name="name">The name in the spec.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="ArgumentException">The path has no such value. The message lists the names of all its values.</exception>
    /// <exception cref="FormatException">The value does not fit the type.</exception>
    /// <exception cref="OverflowException">The value is too large or too small for the type.</exception>
    /// <exception cref="NotSupportedException">No text can be read as the type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public T PathValue<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ReceivedParameter.InPath(this, name).Read<T>()!;
    }

    /// <summary>
    /// Reads a query parameter as the type that the client sends: a string, a number, a boolean, a date or time in the form that the reference prints, a
    /// generated enum, or a list of them: <c>QueryValue&lt;int?&gt;("page")</c>, <c>QueryValue&lt;IReadOnlyList&lt;string&gt;&gt;("tags")</c>. A list is
    /// read as the reference says that it is written: with separators, or as a repeated parameter. Other types that can be read from text
    /// (<see cref="IParsable{TSelf}"/>) are read in the invariant culture.
    /// </summary>
    /// <param name="name">The name in the spec, without brackets after it, or the name of a parameter that was sent.</param>
    /// <typeparam name="T">The type. For an optional parameter, use a type that can be null, such as <c>int?</c>.</typeparam>
    /// <returns>The value; null: the parameter was not sent. For a flag that was not sent, <c>bool</c> is false and <c>bool?</c> is null.</returns>
    /// <exception cref="ArgumentException">The operation has no such query parameter. The message lists the names of all its query parameters.</exception>
    /// <exception cref="FormatException">The value does not fit the type, or there are several values and the type is not a list.</exception>
    /// <exception cref="OverflowException">The value is too large or too small for the type.</exception>
    /// <exception cref="InvalidOperationException">The parameter was not sent, and the type cannot be null.</exception>
    /// <exception cref="NotSupportedException">No text can be read as the type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public T? QueryValue<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ReceivedParameter.InQuery(this, name).Read<T>();
    }

    /// <summary>Reads a request header as the type that the client sends, as <see cref="QueryValue{T}"/> reads a query parameter.</summary>
    /// <param name="name">The name of the header, in letters of any case.</param>
    /// <typeparam name="T">The type. For an optional header, use a type that can be null, such as <c>int?</c>.</typeparam>
    /// <returns>The value; null: the header was not sent.</returns>
    /// <exception cref="ArgumentException">The operation has no such header. The message lists the names of all its headers.</exception>
    /// <exception cref="FormatException">The value does not fit the type, or there are several values and the type is not a list.</exception>
    /// <exception cref="OverflowException">The value is too large or too small for the type.</exception>
    /// <exception cref="InvalidOperationException">The header was not sent, and the type cannot be null.</exception>
    /// <exception cref="NotSupportedException">No text can be read as the type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public T? HeaderValue<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ReceivedParameter.InHeaders(this, name).Read<T>();
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
        => $"{Method} {Target} -> {(StatusCode == 0 ? "no response" : StatusCode.ToString(CultureInfo.InvariantCulture))}"
            + (Violation is null ? "" : ": " + Violation);
}
