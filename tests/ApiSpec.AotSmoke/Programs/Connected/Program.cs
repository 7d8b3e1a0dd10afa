using Hitachi.JP1.AutomaticOperation;

// The client's own handler, and a real connection.
using var client = new AutomaticOperationClient(new Uri(args[0]));

var action = await client.Tasks.GetRerunStartAsync(2026);
Console.WriteLine(action.Name + " " + action.Method + " " + action.Href);
