using System.ComponentModel;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>The members of a body that say whether the call succeeded, and which error occurred. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOutcomes
{
    // No reference needs so many characters. The rest is in the raw body.
    private const int LongestCode = 512;
    private const int LongestMessage = 4096;

    private readonly ApiCondition? _success;
    private readonly MemberFinder _members;
    private readonly string[][] _paths;
    private readonly int _codeAt;
    private readonly int _messageAt;

    /// <summary>Describes the members.</summary>
    /// <param name="success">The condition on the body of a success; null: every 2xx status is a success.</param>
    /// <param name="errorCode">
    /// The names on the way to the member that says which error it was, or null. Other names of a member follow its name after a NUL.
    /// </param>
    /// <param name="errorMessage">The names on the way to the member with the text of the error, or null.</param>
    /// <param name="hidesErrorCode">Whether that member is secret, so that no message shows it.</param>
    /// <param name="hidesErrorMessage">Whether the text is secret, or can repeat a secret, so that no message shows it.</param>
    /// <param name="format">The format that the body can have next to JSON, or null.</param>
    public ApiOutcomes(
        ApiCondition? success = null,
        string[]? errorCode = null,
        string[]? errorMessage = null,
        bool hidesErrorCode = false,
        bool hidesErrorMessage = false,
        ApiBodyFormat? format = null)
    {
        HidesErrorCode = hidesErrorCode;
        HidesErrorMessage = hidesErrorMessage;
        Format = format;
        _success = success;
        var conditions = success?.Paths ?? [];
        _codeAt = errorCode is null ? -1 : conditions.Length;
        _messageAt = errorMessage is null ? -1 : conditions.Length + (errorCode is null ? 0 : 1);
        _paths = new string[conditions.Length + (errorCode is null ? 0 : 1) + (errorMessage is null ? 0 : 1)][];
        conditions.CopyTo(_paths, 0);
        if (errorCode is not null)
            _paths[_codeAt] = errorCode;
        if (errorMessage is not null)
            _paths[_messageAt] = errorMessage;
        _members = new MemberFinder(_paths);
        if (errorCode is null)
            return;
        ErrorCodePath = "$";
        foreach (var names in errorCode)
            ErrorCodePath += JsonPath.Step(MemberFinder.NamesOf(names)[0]);
    }

    /// <summary>Whether messages must not show the error code.</summary>
    internal bool HidesErrorCode { get; }

    /// <summary>Whether messages must not show the error message.</summary>
    internal bool HidesErrorMessage { get; }

    /// <summary>The format that the body can have next to JSON, or null.</summary>
    internal ApiBodyFormat? Format { get; }

    /// <summary>Whether the body of a 2xx response has to be read to know whether the call succeeded.</summary>
    internal bool DecideSuccess => _success is not null;

    /// <summary>The path of the member with the error code, or null.</summary>
    internal string? ErrorCodePath { get; }

    /// <summary>Returns whether a member is one of these, and therefore expected in bodies.</summary>
    internal bool Have(string? path)
    {
        if (path is null)
            return false;
        foreach (var names in _paths)
        {
            if (LeadsOver(names, path))
                return true;
        }

        return false;
    }

    // At each step, one of the names can be there at most, so that this is linear.
    private static bool LeadsOver(string[] names, string path)
    {
        var at = 1;
        foreach (var step in names)
        {
            var length = 0;
            foreach (var name in MemberFinder.NamesOf(step))
            {
                var text = JsonPath.Step(name);
                var isThere = string.CompareOrdinal(path, at, text, 0, text.Length) == 0;
                if (isThere && (at + text.Length == path.Length || path[at + text.Length] is '.' or '['))
                    length = text.Length;
            }

            at += length;
            if (length == 0 || at == path.Length)
                return length > 0;
        }

        return false;
    }

    /// <summary>Reads a body in a single pass.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="mayBeAnything">The success is a file or plain text, so JSON without these members is a success.</param>
    /// <returns>Null: the body is not a JSON object, and says nothing.</returns>
    internal BodyOutcome? Read(ReadOnlySpan<byte> utf8, int maxDepth, bool mayBeAnything)
    {
        Span<FoundMember> found = stackalloc FoundMember[_members.Count];
        if (!_members.TryFind(utf8, maxDepth, found))
            return null;
        var hasAny = false;
        foreach (var member in found)
            hasAny |= member.Type != System.Text.Json.JsonTokenType.None;
        if (mayBeAnything && !hasAny)
            return null;
        return new BodyOutcome(
            _success is null || _success.Holds(utf8, found),
            _codeAt < 0 ? null : found[_codeAt].TextIn(utf8, LongestCode),
            _messageAt < 0 ? null : found[_messageAt].TextIn(utf8, LongestMessage));
    }
}
