using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The key of a row: a name on the wire, and the marks behind it.</summary>
internal readonly record struct RowName(string Name, bool IsOptional, int Lists)
{
    // No page prints a list of lists of lists of lists.
    private const int MaximumLists = 4;

    public static RowName Parse(string key)
    {
        var isOptional = false;
        var lists = 0;
        while (true)
        {
            if (!isOptional && key.EndsWith("?", StringComparison.Ordinal))
            {
                isOptional = true;
                key = key.Substring(0, key.Length - 1);
            }
            else if (lists < MaximumLists && key.EndsWith("[]", StringComparison.Ordinal))
            {
                lists++;
                key = key.Substring(0, key.Length - 2);
            }
            else
            {
                return new RowName(key, isOptional, lists);
            }
        }
    }

    /// <summary>The type of the row: a list for each <c>[]</c>.</summary>
    public TypeReference Wrap(TypeReference type)
    {
        for (var i = 0; i < Lists; i++)
            type = new TypeReference { Kind = TypeKind.List, Arguments = [type], Start = type.Start, Length = type.Length };
        return type;
    }
}
