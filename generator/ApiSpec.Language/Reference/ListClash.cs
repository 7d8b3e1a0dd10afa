using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Finds lists in one string that cannot have all of their values, if only other files of the API show these values: a named type, or the form of dates and
/// times. The reader finds the others.
/// </summary>
internal static class ListClash
{
    /// <summary>Returns the first such list in a type; null: there is none.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="type">The type of a row.</param>
    /// <param name="followsName">Whether the type of a row that is only a name is looked up.</param>
    /// <returns>The part of the type that causes it, the list, and the reason as the end of a message.</returns>
    public static (TypeReference Part, TypeReference List, string Reason)? Find(IApiReference api, TypeReference type, bool followsName)
    {
        var list = followsName ? api.Resolve(type) : type;
        if (ListForm.Clash(list, resolve: null, dateTimeFormat: null) is null
            && ListForm.Clash(list, name => api.Resolve(name), api.Api?.DateTimeWriteFormat) is { } reason)
            return (type, list, reason);
        foreach (var argument in type.Arguments)
        {
            if (Find(api, argument, followsName: false) is { } found)
                return found;
        }

        return null;
    }
}
