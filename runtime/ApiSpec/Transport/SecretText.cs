using System.Text;

namespace ApiSpec.Transport;

/// <summary>Removes user information from the URLs in a string. Exceptions of the platform quote the URL of a proxy with its password.</summary>
internal static class SecretText
{
    private const string Mark = "://";

    // Not a space or a quotation mark, because a printed password can contain them.
    private static readonly char[] Ends = ['/', '?', '#', '\n'];

    /// <summary>Whether an exception, or an inner one, contains user information.</summary>
    public static bool IsIn(Exception exception)
    {
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            if (FindUserInformation(one.Message, 0, out _) >= 0)
                return true;
        }

        return false;
    }

    public static string Mask(string text)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var start = FindUserInformation(text, 0, out var end); start >= 0; start = FindUserInformation(text, copied, out end))
        {
            (masked ??= new StringBuilder(text.Length)).Append(text, copied, start - copied).Append("***");
            copied = end;
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Returns the start of user information and the position after it, or a negative number.</summary>
    private static int FindUserInformation(string text, int from, out int end)
    {
        end = -1;
        for (var mark = text.IndexOf(Mark, from, StringComparison.Ordinal); mark >= 0; mark = text.IndexOf(Mark, mark + 1, StringComparison.Ordinal))
        {
            var start = mark + Mark.Length;
            end = LoginText.EndOfUser(text, start, Ends);
            if (end >= start)
                return start;
        }

        return -1;
    }
}
