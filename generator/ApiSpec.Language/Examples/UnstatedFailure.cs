using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>Recognises the body of a failure that a page prints without its status: it has the members of an error, and lacks those of a success.</summary>
internal static class UnstatedFailure
{
    /// <summary>Whether a body is one of a failure, and not of a success.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="response">The body of a success.</param>
    /// <param name="error">The body of a failure.</param>
    /// <param name="body">The printed body.</param>
    public static bool Is(IApiReference api, BodyDeclaration? response, BodyDeclaration? error, string body)
        => BodyReference.TableOf(api, error) is { } failed
            && BodyReference.TableOf(api, BodyReference.Resolve(api, response, isRequest: false)) is { } table
            && JsonTextParser.Parse(body, out _) is { Kind: JsonTextKind.Object, IsElided: false } json
            && Fits(failed, json) && !Fits(table, json);

    private static bool Fits(ValueTable table, JsonText json)
    {
        var index = new RowIndex(table.Rows);
        var found = new HashSet<int>();
        foreach (var member in json.Members)
        {
            if (index.Find(member.Name) is { } position)
                found.Add(position);
            else if (!index.IsOpen)
                return false;
        }

        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (!table.Rows[i].IsRest && !Presence.MayBeAbsent(table.Rows[i], isRequest: false) && !found.Contains(i))
                return false;
        }

        return true;
    }
}
