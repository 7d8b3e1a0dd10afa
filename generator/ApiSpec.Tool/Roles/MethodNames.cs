using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Returns the names of methods as in source code, also for methods that a compiler generated from others.</summary>
internal static class MethodNames
{
    /// <summary>Returns the name of the method in source code: <c>Program.RunAsync</c> for <c>Program+&lt;RunAsync&gt;d__3.MoveNext</c>.</summary>
    /// <exception cref="BadImageFormatException">The names were not written by a compiler.</exception>
    public static string OfSource(MetadataReader reader, MethodDefinition method)
    {
        var name = reader.ReadName(method.Name);
        var type = reader.GetTypeDefinition(method.GetDeclaringType());
        var written = Written(name);
        for (var depth = 0; depth < MetadataLimits.MaxDepth && reader.ReadName(type.Name) is ['<', ..] made && !type.GetDeclaringType().IsNil; depth++)
        {
            // A state machine is named after its method. A closure is not, but its methods are.
            written = Written(made) ?? written;
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return TypeName(reader, type) + "." + (written ?? name);
    }

    /// <summary>Returns the name of a type without its namespace, with the names of the types around it.</summary>
    /// <exception cref="BadImageFormatException">The type is nested too deeply, or in itself.</exception>
    public static string TypeName(MetadataReader reader, TypeDefinition type)
    {
        var name = OwnName(reader, type);
        for (var depth = 0; depth < MetadataLimits.MaxDepth; depth++)
        {
            if (type.GetDeclaringType() is not { IsNil: false } outer)
                return name;
            type = reader.GetTypeDefinition(outer);
            name = OwnName(reader, type) + "." + name;
        }

        throw new BadImageFormatException("A type is nested too deeply.");
    }

    private static string OwnName(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.ReadName(type.Name);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }

    // <RunAsync>d__3, <Run>b__0_1, <<Run>g__Local|0_0>d, <Main>$: returns the name between the outer brackets, which can itself be generated. '<>c' has none.
    private static string? Written(string made)
    {
        string? written = null;
        for (var depth = 0; depth < MetadataLimits.MaxDepth && made.StartsWith('<'); depth++)
        {
            var end = ClosingOf(made);
            if (end <= 1)
                break;
            written = made = made[1..end];
        }

        return written;
    }

    private static int ClosingOf(string made)
    {
        var depth = 0;
        for (var i = 0; i < made.Length; i++)
        {
            depth += made[i] == '<' ? 1 : made[i] == '>' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return -1;
    }
}
