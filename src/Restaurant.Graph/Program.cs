using Restaurant.Graph.Commands;

return await CommandLine.RunAsync(args);
