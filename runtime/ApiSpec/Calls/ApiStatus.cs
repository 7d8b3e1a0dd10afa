namespace ApiSpec;

/// <summary>One row of an operation's table of status codes.</summary>
public sealed class ApiStatus
{
    /// <summary>Describes a documented status.</summary>
    /// <param name="code">The HTTP status code, 100 to 599; 1 to 5 for a row of a whole class of codes, such as <c>4xx</c>.</param>
    /// <param name="message">The short wording of the reference, such as <c>Not found</c>; null when it gives none.</param>
    /// <param name="description">The printed description, or null.</param>
    /// <param name="isResult">Whether the status counts as success; null: it does when the code is 2xx.</param>
    /// <param name="isTransient">Whether the same request can succeed later, or null if the reference does not say.</param>
    /// <param name="mayLackBody">Whether a result with this status may lack the body that other results have; null: when the code is 204, 205 or 3xx.</param>
    /// <param name="value">The value of its member in the enumeration of the operation's statuses; null: the code.</param>
    /// <param name="editions">The editions that have the row; null: all.</param>
    /// <param name="errorCode">The error code in the body by which it differs from other failures; null: it is a row of the status table.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is neither an HTTP status code nor a class of them.</exception>
    public ApiStatus(
        int code,
        string? message = null,
        string? description = null,
        bool? isResult = null,
        bool? isTransient = null,
        bool? mayLackBody = null,
        int? value = null,
        ApiEditions? editions = null,
        string? errorCode = null)
    {
        if (code is not ((>= 1 and <= 5) or (>= 100 and <= 599)))
            throw new ArgumentOutOfRangeException(nameof(code), code, "A status code must be from 100 to 599, and a class of codes from 1 to 5.");
        Code = code;
        Value = value ?? code;
        Editions = editions;
        ErrorCode = errorCode;
        Message = message;
        Description = description;
        IsResult = isResult ?? (errorCode is null && code is (2 or (>= 200 and <= 299)));
        IsTransient = isTransient;
        MayLackBody = mayLackBody ?? code is 3 or 204 or 205 or (>= 300 and <= 399);
    }

    /// <summary>The HTTP status code; 1 to 5 for a row of all codes of a class that have no separate row, such as <c>4xx</c>.</summary>
    public int Code { get; }

    /// <summary>The value of its member in the enumeration of the operation's statuses: the code, or another number for a further row of a code.</summary>
    public int Value { get; }

    /// <summary>The editions of the reference that have the row; null: all, or the code has no other row.</summary>
    public ApiEditions? Editions { get; }

    /// <summary>The error code that the body has; null when the status is a row of the status table.</summary>
    public string? ErrorCode { get; }

    /// <summary>The short wording of the reference; null when it gives none.</summary>
    public string? Message { get; }

    /// <summary>The printed description of the status, or null.</summary>
    public string? Description { get; }

    /// <summary>Whether the status is a success, for which methods do not throw.</summary>
    public bool IsResult { get; }

    /// <summary>Whether the same request can succeed later, or null if the reference does not say.</summary>
    public bool? IsTransient { get; }

    /// <summary>
    /// Whether a result with this status can come without the body that other results have: HTTP allows none (RFC 9110, 15.3.5 and 15.3.6), the body of a
    /// redirect is for people, or the result is not there yet (202).
    /// </summary>
    public bool MayLackBody { get; }

    /// <summary>Code, message and description, such as <c>404 Not found: The resource does not exist.</c></summary>
    public override string ToString()
    {
        var text = TextOf(Code);
        if (ErrorCode is not null)
            text += " with the error " + ErrorCode;
        if (!string.IsNullOrEmpty(Message))
            text += " " + Message;
        return string.IsNullOrEmpty(Description) ? text : text + ": " + Description;
    }

    /// <summary>The code of a response with the status: for a class of codes, the first.</summary>
    internal int FirstCode => Code < 100 ? Code * 100 : Code;

    internal static string TextOf(int code)
        => code < 100 ? code.ToString(System.Globalization.CultureInfo.InvariantCulture) + "xx"
            : code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
