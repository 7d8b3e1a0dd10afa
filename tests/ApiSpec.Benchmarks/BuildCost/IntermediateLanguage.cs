using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ApiSpec.Benchmarks.BuildCost;

/// <summary>The amount of compiled code, in bytes of method bodies.</summary>
/// <param name="Total">All method bodies of the assembly.</param>
/// <param name="Contracts">The method bodies of the types that read and write JSON for a generated record.</param>
internal readonly record struct IntermediateLanguage(long Total, long Contracts)
{
    public static IntermediateLanguage Measure(string assembly) => Measure(File.OpenRead(assembly));

    /// <summary>Measures an assembly, and closes its stream.</summary>
    public static IntermediateLanguage Measure(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        long total = 0, contracts = 0;
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            var size = file.GetMethodBody(method.RelativeVirtualAddress).GetILReader().Length;
            total += size;
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            if (metadata.StringComparer.Equals(type.Name, "JsonContract"))
                contracts += size;
        }

        return new IntermediateLanguage(total, contracts);
    }
}
