using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ApiSpec.Observability;

/// <summary>Adds tags. The compiler would otherwise copy the code of each addition to its caller, and native programs would be 2 KB larger.</summary>
internal static class TagWriter
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Put(ref TagList tags, string name, object? value) => tags.Add(name, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Put(List<KeyValuePair<string, object?>> tags, string name, object? value) => tags.Add(new(name, value));
}
