using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>The table of status codes of an operation. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiStatusTable
{
    /// <summary>Returns the rows of a table that only have a code, a message and a description.</summary>
    /// <remarks>A string for each row takes the compiler less time than a call of the constructor, and makes a smaller program.</remarks>
    /// <param name="rows">
    /// Each row as its code, then a space and the message, then a line break and the description: <c>404 Not found</c>. A part that the reference does not give
    /// is left out with its separator.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A row does not start with an HTTP status code or a class of them.</exception>
    public static ApiStatus[] Of(params string[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var statuses = new ApiStatus[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            statuses[i] = Read(rows[i]);
        return statuses;
    }

    private static ApiStatus Read(string row)
    {
        // The parser of .NET would make native programs larger.
        var code = 0;
        var end = 0;
        while (end < row.Length && row[end] is >= '0' and <= '9')
            code = (code * 10) + (row[end++] - '0');
        var line = row.IndexOf('\n');
        var last = line < 0 ? row.Length : line;
        return new ApiStatus(code, end < last ? row.Substring(end + 1, last - end - 1) : null, line < 0 ? null : row.Substring(line + 1));
    }
}
