using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Names of methods as people write them, also for those that a compiler made of parts of others.</summary>
internal static class MethodNames
{
    /// <summary>The name of the method that a person wrote: <c>Program.RunAsync</c> for <c>Program+&lt;RunAsync&gt;d__3.MoveNext</c>.</summary>
    public static string OfSource(MetadataReader reader, MethodDefinition method)
    {
        var name = reader.GetString(method.Name);
        var type = reader.GetTypeDefinition(method.GetDeclaringType());
        var written = Written(name);
        while (reader.GetString(type.Name) is ['<', ..] made && !type.GetDeclaringType().IsNil)
        {
            // A state machine has the name of its method; a closure has none, and its methods have it.
            written = Written(made) ?? written;
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return TypeName(reader, type) + "." + (written ?? name);
    }

    /// <summary>The name of a type without its namespace, with those of the types around it.</summary>
    public static string TypeName(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return type.GetDeclaringType() is { IsNil: false } outer ? TypeName(reader, reader.GetTypeDefinition(outer)) + "." + name : name;
    }

    // <RunAsync>d__3, <Run>b__0_1, <<Run>g__Local|0_0>d, <Main>$: what is between the outer brackets, which can have been made too. '<>c' has nothing there.
    private static string? Written(string made)
    {
        if (!made.StartsWith('<'))
            return null;
        var depth = 0;
        for (var i = 0; i < made.Length; i++)
        {
            depth += made[i] == '<' ? 1 : made[i] == '>' ? -1 : 0;
            if (depth == 0)
                return i == 1 ? null : Written(made[1..i]) ?? made[1..i];
        }

        return null;
    }
}
