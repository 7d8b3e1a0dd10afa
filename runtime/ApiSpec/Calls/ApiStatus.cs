namespace ApiSpec;

/// <summary>One row of an operation's table of status codes.</summary>
public sealed class ApiStatus
{
    /// <summary>Describes a documented status.</summary>
    /// <param name="code">The HTTP status code, 100 to 599.</param>
    /// <param name="message">The short wording of the reference, such as <c>Not found</c>; null when it gives none.</param>
    /// <param name="description">What the reference says about it; null when it says nothing.</param>
    /// <param name="isResult">Whether the status counts as success; null: it does when the code is 2xx.</param>
    /// <param name="isTransient">Whether the same request may succeed later; null when the reference does not tell.</param>
    /// <param name="mayLackBody">Whether a result with this status may lack the body that other results have; null: when the code is 204, 205 or 3xx.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is no HTTP status code.</exception>
    public ApiStatus(int code, string? message = null, string? description = null, bool? isResult = null, bool? isTransient = null, bool? mayLackBody = null)
    {
        if (code is < 100 or > 599)
            throw new ArgumentOutOfRangeException(nameof(code), code, "A status code is a number from 100 to 599.");
        Code = code;
        Message = message;
        Description = description;
        IsResult = isResult ?? code is >= 200 and <= 299;
        IsTransient = isTransient;
        MayLackBody = mayLackBody ?? code is 204 or 205 or (>= 300 and <= 399);
    }

    /// <summary>The HTTP status code.</summary>
    public int Code { get; }

    /// <summary>The short wording of the reference; null when it gives none.</summary>
    public string? Message { get; }

    /// <summary>What the reference says about the status; null when it says nothing.</summary>
    public string? Description { get; }

    /// <summary>Whether the status counts as success: methods that throw for failures do not throw for it.</summary>
    public bool IsResult { get; }

    /// <summary>Whether the same request may succeed later; null when the reference does not tell.</summary>
    public bool? IsTransient { get; }

    /// <summary>
    /// Whether a result with this status may come without the body that other results have: HTTP allows none (RFC 9110, 15.3.5 and 15.3.6), the body of a
    /// redirect is for people, or the result is not there yet (202).
    /// </summary>
    public bool MayLackBody { get; }

    /// <summary>Code, message and description, such as <c>404 Not found: The resource does not exist.</c></summary>
    public override string ToString()
    {
        var text = TextOf(Code);
        if (!string.IsNullOrEmpty(Message))
            text += " " + Message;
        return string.IsNullOrEmpty(Description) ? text : text + ": " + Description;
    }

    internal static string TextOf(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
