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
            && BodyReference.TableOf(api, BodyReference.Resolve(api, response, isRequest: false)) is { } succeeded
            && JsonTextParser.Parse(body, out _) is { Kind: JsonTextKind.Object, IsElided: false } json
            && Is(new RowIndex(failed.Rows), new RowIndex(succeeded.Rows), json);

    private static bool Is(RowIndex failed, RowIndex succeeded, JsonText json)
        => HasMembersOf(failed, succeeded, json) && HasRequired(failed, json)
            && !(json.Members.All(member => succeeded.IsOpen || succeeded.Find(member.Name) is not null) && HasRequired(succeeded, json));

    // An error can have members that the page does not name. But they do not say that the body is one, because a misprint is such a member as well.
    private static bool HasMembersOf(RowIndex failed, RowIndex succeeded, JsonText json)
    {
        var (hasOthers, isDistinct) = (false, false);
        foreach (var member in json.Members)
        {
            var isOfSuccess = succeeded.Names(member.Name);
            if (failed.Names(member.Name))
                isDistinct |= !isOfSuccess;
            else if (isOfSuccess || !(failed.IsOpen || failed.Find(member.Name) is not null))
                return false;
            else
                hasOthers = true;
        }

        return json.Members.Count > 0 && (isDistinct || !hasOthers);
    }

    private static bool HasRequired(RowIndex table, JsonText json)
    {
        var found = new HashSet<int>(json.Members.Select(member => table.Find(member.Name)).OfType<int>());
        return table.Required(isRequest: false).All(found.Contains);
    }
}
